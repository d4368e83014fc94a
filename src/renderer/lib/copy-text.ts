import { copy } from './clipboard';

/** Puts a text on the clipboard and says so. */
export const copyText = (text: string): Promise<void> => copy({ 'text/plain': text });
