import { pluralOf } from '../plural';

export const plural = pluralOf('de-DE');
