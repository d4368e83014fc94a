import type { Message } from '../../shared/model';

/** A question that nobody has stored yet. */
export function newQuestion(conversationId: string, parentId: string | null, text: string): Message {
  return {
    ...{ id: crypto.randomUUID(), conversationId, parentId, role: 'user', text, parts: [], status: 'done' },
    ...{ model: null, tokens: null, compacted: false, error: null, createdAt: Date.now() },
  };
}

/** The answer to it, before its first word. */
export function newAnswer(question: Message, model: string): Message {
  return {
    ...newQuestion(question.conversationId, question.id, ''),
    ...{ role: 'assistant', status: 'streaming', model },
  };
}
