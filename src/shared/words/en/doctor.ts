/** Why an account does not work, step by step. */
export const doctor = {
  title: (account: string) => `Check of ${account}`,
  close: 'Close the check',
  steps: {
    address: 'Address and certificate',
    key: 'Key',
    model: 'Default model',
    streaming: 'Answers word by word',
    summaries: 'What the model thought',
    credit: 'Credit',
    limits: 'Limits',
  },
  verdicts: { fine: 'Fine', problem: 'Problem', unknown: 'Could not tell', running: 'Looking…' },
  lines: {
    reached: (host: string) => `${host} answers, and has proved who it is.`,
    reachedPlain: (host: string) => `${host} answers, without encryption.`,
    accepted: 'The key is accepted.',
    'none-needed': 'This server asks for no key.',
    'no-key': 'No key is stored. Make one, and add it to the account.',
    refused: 'The key is not known. It may be mistyped, deleted, or of another server.',
    revoked: 'The key, or the account behind it, was withdrawn. Make a new key.',
    expired: 'The key’s time is over. Make a new one.',
    organization:
      'The key does not belong to this organization. Check the organization’s id in the account, or use another key.',
    project:
      'The key does not belong to this project. Check the project’s id in the account, or use another key.',
    permission: 'The key is restricted and lacks a permission. Whoever made it can grant that.',
    permissionOf: (scopes: string) =>
      `The key is restricted and lacks a permission: ${scopes}. Whoever made it can grant that.`,
    place: 'The key may not be used from this network address.',
    country: 'The server does not answer from this country or region.',
    listed: (model: string) => `${model} is in the list of models.`,
    'not-listed': (model: string) =>
      `${model} is not in the list of models. Choose another default model, or see what this account may use.`,
    allowed: 'Allowed.',
    unverified:
      'The organization must be verified for that. Parley goes on without it; after the verification it can take 15 minutes.',
    'no-thoughts': 'The default model has no summary of its thoughts.',
    credit: 'There is credit: the question was answered.',
    'no-credit':
      'There is no credit left. An API account is separate from a ChatGPT plan; add credit, and it works after a few minutes.',
    limited: 'A limit is reached for now. Wait a little, or see the limits of this account.',
    untold: 'The server does not tell its limits.',
    unseen: 'An earlier step has to work first.',
    unasked: 'Only a question can tell.',
  },
  left: {
    requests: (left: string, of: string) => `${left} of ${of} requests left`,
    tokens: (left: string, of: string) => `${left} of ${of} tokens left`,
    whole: (time: string) => `whole again in ${time}`,
  },
  pages: {
    keys: 'API keys',
    billing: 'Billing',
    limits: 'Limits',
    organization: 'Organization',
    status: 'Status page',
  },
  ask: (cost: string) => `Also ask a tiny question (≈ ${cost})`,
  askUnpriced: 'Also ask a tiny question (price unknown)',
  asking: 'Asking…',
  askNote:
    'It shows whether answers may stream, whether there is credit, and what the limits are. It has a receipt, and no budget is passed.',
  again: 'Check again',
  copy: 'Copy the result',
  failed: 'The check could not be made.',
};
