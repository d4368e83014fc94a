/** The conversation: questions, answers, the message box, what is said while one waits. */
export const chat = {};
