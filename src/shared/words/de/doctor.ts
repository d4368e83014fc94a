import type { Words } from '../language';

export const doctor: Words['doctor'] = {
  title: (account) => `Prüfung von ${account}`,
  close: 'Prüfung schließen',
  steps: {
    address: 'Adresse und Zertifikat',
    key: 'Schlüssel',
    model: 'Standardmodell',
    streaming: 'Antworten Wort für Wort',
    summaries: 'Was das Modell gedacht hat',
    credit: 'Guthaben',
    limits: 'Limits',
  },
  verdicts: {
    fine: 'In Ordnung',
    problem: 'Problem',
    unknown: 'Nicht feststellbar',
    running: 'Wird geprüft …',
  },
  lines: {
    reached: (host) => `${host} antwortet und hat bewiesen, wer es ist.`,
    reachedPlain: (host) => `${host} antwortet, unverschlüsselt.`,
    accepted: 'Der Schlüssel wird angenommen.',
    'none-needed': 'Dieser Server verlangt keinen Schlüssel.',
    'no-key': 'Es ist kein Schlüssel gespeichert. Erstelle einen und füge ihn dem Konto hinzu.',
    refused:
      'Der Schlüssel ist nicht bekannt. Vielleicht ist er vertippt, gelöscht oder von einem anderen Server.',
    revoked: 'Der Schlüssel oder das Konto dahinter wurde gesperrt. Erstelle einen neuen Schlüssel.',
    expired: 'Die Zeit des Schlüssels ist abgelaufen. Erstelle einen neuen.',
    organization:
      'Der Schlüssel gehört nicht zu dieser Organisation. Prüfe die ID der Organisation im Konto oder nimm einen anderen Schlüssel.',
    project:
      'Der Schlüssel gehört nicht zu diesem Projekt. Prüfe die ID des Projekts im Konto oder nimm einen anderen Schlüssel.',
    permission:
      'Der Schlüssel ist eingeschränkt, und ihm fehlt ein Recht. Wer ihn erstellt hat, kann es gewähren.',
    permissionOf: (scopes) =>
      `Der Schlüssel ist eingeschränkt, und ihm fehlt ein Recht: ${scopes}. Wer ihn erstellt hat, kann es gewähren.`,
    place: 'Der Schlüssel darf von dieser Netzwerkadresse aus nicht verwendet werden.',
    country: 'Der Server antwortet aus diesem Land oder dieser Region nicht.',
    listed: (model) => `${model} steht in der Liste der Modelle.`,
    'not-listed': (model) =>
      `${model} steht nicht in der Liste der Modelle. Wähle ein anderes Standardmodell oder sieh nach, was dieses Konto verwenden darf.`,
    allowed: 'Erlaubt.',
    unverified:
      'Dafür muss die Organisation verifiziert sein. Parley kommt ohne aus; nach der Verifizierung kann es 15 Minuten dauern.',
    'no-thoughts': 'Das Standardmodell fasst seine Gedanken nicht zusammen.',
    credit: 'Es ist Guthaben da: Die Frage wurde beantwortet.',
    'no-credit':
      'Es ist kein Guthaben mehr da. Ein API-Konto ist etwas anderes als ein ChatGPT-Abo; lade Guthaben auf, dann geht es nach ein paar Minuten.',
    limited: 'Ein Limit ist gerade erreicht. Warte ein wenig oder sieh dir die Limits dieses Kontos an.',
    untold: 'Der Server nennt seine Limits nicht.',
    unseen: 'Erst muss ein früherer Schritt gehen.',
    unasked: 'Das zeigt nur eine Frage.',
  },
  left: {
    requests: (left, of) => `${left} von ${of} Anfragen übrig`,
    tokens: (left, of) => `${left} von ${of} Tokens übrig`,
    whole: (time) => `wieder voll in ${time}`,
  },
  pages: {
    keys: 'API-Schlüssel',
    billing: 'Abrechnung',
    limits: 'Limits',
    organization: 'Organisation',
    status: 'Statusseite',
  },
  ask: (cost) => `Auch eine winzige Frage stellen (≈ ${cost})`,
  askUnpriced: 'Auch eine winzige Frage stellen (Preis unbekannt)',
  asking: 'Wird gefragt …',
  askNote:
    'Sie zeigt, ob Antworten Wort für Wort kommen dürfen, ob Guthaben da ist und wie die Limits sind. Sie hat einen Beleg, und kein Budget wird überschritten.',
  again: 'Noch einmal prüfen',
  copy: 'Ergebnis kopieren',
  failed: 'Die Prüfung ging nicht.',
};
