import type { ErrorAbout } from '../error-about';
import type { Words } from '../language';
import { networkCards } from './network-cards';
import { plural } from './plural';

const lookAgain = 'Beende Parley und starte es neu. Nichts ist verloren.';

export const cards: Words['errors']['cards'] = {
  BAD_API_KEY: {
    title: 'Dieser Schlüssel wurde nicht angenommen.',
    text: ({ server }) =>
      `${server} hat den Schlüssel abgelehnt. Vielleicht ist er vertippt oder gehört zu einem anderen Server.`,
  },
  KEY_REVOKED: {
    title: 'Dieser Schlüssel gilt nicht mehr.',
    text: ({ server }) => `${server} kennt den Schlüssel, hat ihn oder das Konto dahinter aber gesperrt.`,
  },
  BAD_ADDRESS: {
    title: 'Diese Adresse kann nicht verwendet werden.',
    text: 'Eine Serveradresse sieht so aus: https://example.com/v1 oder http://localhost:11434/v1.',
  },
  KEYCHAIN_UNAVAILABLE: {
    title: 'Der Schlüsselbund des Systems antwortet nicht.',
    text: 'Parley bewahrt Schlüssel nur im Schlüsselbund des Systems auf, nie in einer Datei. Entsperre oder installiere einen, oder behalte den Schlüssel nur, bis Parley beendet wird.',
  },
  NO_ACCOUNT: {
    title: 'Es ist kein Server verbunden.',
    text: 'Füge deinen OpenAI-Schlüssel oder die Adresse eines anderen Servers hinzu.',
  },
  NO_API_KEY: {
    title: 'Es gibt keinen Schlüssel.',
    text: 'Füge deinen Schlüssel hinzu und versuche es noch einmal.',
  },
  NO_CREDIT: {
    title: ({ openAi }) =>
      openAi
        ? 'Dein OpenAI-API-Konto hat kein Guthaben mehr.'
        : 'Dein Konto bei diesem Server ist aufgebraucht.',
    text: ({ openAi, server }) =>
      openAi
        ? 'Ein API-Konto ist von einem ChatGPT-Abo getrennt. Lade Guthaben auf und versuche es noch einmal.'
        : `${server} meldet, dass das Konto aufgebraucht ist.`,
  },
  NOT_ALLOWED: {
    title: 'Dieses Konto darf das nicht.',
    text: forbidden,
  },
  BAD_REQUEST: {
    title: 'Der Server hat die Anfrage nicht angenommen.',
    text: ({ server, parameter }) =>
      `${server} hat ${parameter ? `„${parameter}“` : 'sie so, wie sie war,'} abgelehnt. Ein anderes Modell nimmt sie vielleicht an; unter „Details“ steht der Wortlaut.`,
  },
  MODEL_NOT_FOUND: {
    title: ({ named }) => `${named ?? 'Dieses Modell'} ist nicht verfügbar.`,
    text: ({ server }) =>
      `${server} bietet es diesem Konto nicht an. Wähle ein anderes Modell und versuche es noch einmal.`,
  },
  NOT_A_SERVER: {
    title: 'Das ist kein API-Server.',
    text: ({ host }) =>
      `${host ?? 'Die Adresse'} antwortet, aber nicht wie ein Server, der zu OpenAI kompatibel ist. Die meisten Adressen enden auf /v1.`,
  },
  OVERLOADED: {
    title: ({ server }) => `${server} ist ausgelastet.`,
    text: ({ asked }) => `Zu viele Anfragen auf einmal an ${asked}.`,
  },
  QUESTION_REFUSED: {
    title: 'Diese Frage wurde nicht angenommen.',
    text: ({ server, serverCode }) =>
      `${server} lässt das Modell sie so nicht beantworten${serverCode ? ` (${serverCode})` : ''}. Anders formuliert klappt es vielleicht.`,
  },
  RATE_LIMITED: {
    title: ({ server }) => `${server} bittet um eine Pause.`,
    text: ({ server, retryAfterMs }) =>
      retryAfterMs
        ? `Zu viele Anfragen auf einmal. ${server} bittet, ${wait(retryAfterMs)} zu warten.`
        : 'Zu viele Anfragen auf einmal. Warte einen Moment und versuche es noch einmal.',
  },
  SERVER_FAILED: {
    title: ({ server }) => `${server} hat ein Problem.`,
    text: ({ asked }) => `Der Fehler liegt bei ${asked}, nicht hier.`,
  },
  TOO_LARGE: {
    title: 'Diese Nachricht ist zu groß zum Senden.',
    text: ({ server }) => `${server} nimmt keine Anfrage dieser Größe an. Kürze die Frage.`,
  },
  TOO_LONG: {
    title: 'Dieser Chat ist zu lang für das Modell.',
    text: 'Eine kürzere Frage passt vielleicht, oder ein Modell, das mehr lesen kann; ein langer Chat kann in kompakter Form weitergehen oder in einem neuen Chat mit einer Zusammenfassung. Nichts wird gelöscht.',
  },
  CONNECTION_LOST: {
    title: 'Die Verbindung ist abgebrochen.',
    text: 'Das Netzwerk oder der Server hat sie beendet.',
  },
  CUT_OFF: {
    title: 'Die Antwort ist abgebrochen.',
    text: ({ server }) => `${server} hat sie beendet, bevor sie vollständig war.`,
  },
  HOST_NOT_FOUND: {
    title: ({ host }) => `${host ?? 'Der Server'} wurde nicht gefunden.`,
    text: 'Das Netzwerk kennt diesen Namen nicht. Prüfe die Verbindung, ein VPN oder die Adresse.',
  },
  OFFLINE: {
    title: ({ server }) => `${server} ist nicht erreichbar.`,
    text: 'Prüfe das Netzwerk, ein VPN oder einen Proxy.',
  },
  PORTAL: {
    title: 'Melde dich im Netzwerk an.',
    text: ({ asked }) =>
      `Statt ${asked} hat eine Webseite geantwortet, wie in Hotels und Zügen, bis man sich angemeldet hat.`,
  },
  ...networkCards,
  REDIRECTED: {
    title: 'Der Server verweist woandershin.',
    text: ({ server }) =>
      `${server} wollte, dass die Anfrage an eine andere Adresse geht. Das ist nicht geschehen: Sie enthält deine Worte und deinen Schlüssel.`,
  },
  REFUSED: {
    title: ({ host }) => `Unter ${host ?? 'dieser Adresse'} antwortet nichts.`,
    text: ({ local }) =>
      local
        ? 'Läuft der Server auf diesem Computer? Starte ihn und versuche es noch einmal.'
        : 'Der Computer ist da, nimmt aber keine Verbindung an. Prüfe die Adresse, ein VPN oder eine Firewall.',
  },
  STALLED: {
    title: ({ server }) => `${server} ist verstummt.`,
    text: 'Fünf Minuten lang kam nichts, deshalb wurde nicht länger gewartet.',
  },
  TIMED_OUT: {
    title: ({ asked }) => `Keine Antwort von ${asked}.`,
    text: 'Es kam zu lange nichts, deshalb wurde nicht länger gewartet.',
  },
  TLS_FAILED: {
    title: 'Die Verbindung ist nicht sicher.',
    text: ({ server }) =>
      `${server} konnte sich nicht ausweisen: Das Zertifikat ist unbekannt, abgelaufen oder auf einen anderen Namen ausgestellt. Nichts wurde gesendet.`,
  },
  CONTENT_FILTER: {
    title: 'Die Antwort wurde zurückgehalten.',
    text: 'Das Modell oder sein Filter wollte nicht weitermachen. Anders gefragt klappt es vielleicht.',
  },
  ENDED_EARLY: {
    title: 'Die Antwort wurde vorzeitig beendet.',
    text: ({ server }) => `${server} hat sie beendet.`,
  },
  OUTPUT_LIMIT: {
    title: 'Die Antwort hat ihre Längengrenze erreicht.',
    text: 'Mehr darf das Modell nicht auf einmal schreiben.',
  },
  TOO_MUCH: {
    title: 'Die Antwort hörte nicht auf.',
    text: 'Sie wuchs über jedes Maß, deshalb wurde sie abgebrochen.',
  },
  BUSY: {
    title: 'Eine Antwort wird noch geschrieben.',
    text: 'Warte, bis sie fertig ist, oder stoppe sie, und versuche es noch einmal.',
  },
  DISK_FAILED: {
    title: 'Das konnte nicht gespeichert werden.',
    text: 'Vielleicht ist die Festplatte voll oder schreibgeschützt. Nichts wurde gesendet; dein Text ist noch da.',
  },
  FILE_NOT_SAVED: {
    title: 'Die Datei konnte nicht gespeichert werden.',
    text: 'Vielleicht ist die Festplatte voll, oder in diesen Ordner darf nicht geschrieben werden. Wähle einen anderen Ort.',
  },
  INTERNAL: {
    title: 'Etwas ist schiefgegangen.',
    text: 'Parley hat einen Fehler gemacht; im Protokoll steht alles darüber.',
  },
  INVALID_INPUT: {
    title: 'Das konnte nicht gesendet werden.',
    text: 'Parley hat sein eigenes Fenster nicht verstanden. Dein Text ist noch da.',
  },
  NOT_FOUND: {
    title: 'Das gibt es nicht mehr.',
    text: 'Der Chat oder die Nachricht wurde gelöscht, vielleicht in einem anderen Fenster.',
  },
  UNKNOWN_CALL: { title: 'Dieses Fenster ist veraltet.', text: lookAgain },
  UNTRUSTED_SENDER: { title: 'Das Fenster wurde abgewiesen.', text: lookAgain },

  COPY_FAILED: {
    title: 'Die Kopie konnte nicht erstellt werden.',
    text: 'Sie war nicht in Ordnung und wird deshalb nicht verwendet. Deine Bibliothek ist, wie sie war.',
  },
  FOLDER_REFUSED: {
    title: 'Dieser Ordner kann nicht verwendet werden.',
    text: 'In ihn darf nicht geschrieben werden, oder er enthält schon eine Bibliothek. Wähle einen leeren.',
  },
  LIBRARY_CLOSED: {
    title: ({ closedBy }) => closedBy ?? 'Deine Bibliothek ist nicht geöffnet.',
    text: 'Nichts kann gespeichert werden, bis sie wieder geöffnet ist.',
  },
  LIBRARY_READ_ONLY: {
    title: 'Deine Bibliothek kann gerade nur gelesen werden.',
    text: 'An ihr kann nichts geändert werden, deshalb wurde nichts gesendet.',
  },
  RECOVERY_KEY_REFUSED: {
    title: 'Das ist nicht der Wiederherstellungsschlüssel.',
    text: 'Er besteht aus vierzehn Gruppen von vier Buchstaben und Ziffern. Vielleicht ist eine davon vertippt, oder es ist der Schlüssel einer anderen Bibliothek.',
  },

  BUDGET_BLIND: {
    title: 'Niemand weiß, was das kosten würde.',
    text: 'Du hast ein Budget gesetzt, und für dieses Modell gibt es keinen Preis, deshalb wurde nichts gesendet. Lege seinen Preis fest, oder lass diese eine Frage durch.',
  },
  BUDGET_REACHED: {
    title: ({ refusedBy }) => refusedBy,
    text: ({ budgetLeft }) => `${budgetLeft} Nichts wurde gesendet.`,
  },
  PRICES_NOT_FETCHED: {
    title: ({ host }) => `Von ${host ?? 'dieser Adresse'} kam keine Preisliste.`,
    text: ({ status }) =>
      status
        ? `Der Server antwortet mit einem Fehler (${status}). Prüfe die Adresse. Die Preise bleiben, wie sie sind.`
        : 'Der Server ist nicht erreichbar, oder er wollte Parley woandershin schicken. Die Preise bleiben, wie sie sind.',
  },
  PRICES_OLDER: {
    title: 'Diese Liste ist älter als deine.',
    text: 'Die Preise bleiben, wie sie sind. Um sie trotzdem zu übernehmen, importiere sie aus einer Datei.',
  },
  PRICES_REFUSED: {
    title: 'Das ist keine Preisliste, die Parley verwenden kann.',
    text: ({ parameter }) =>
      parameter
        ? `Was unter „${parameter}“ steht, fehlt, ist unbekannt oder außerhalb des Bereichs. Die Preise bleiben, wie sie sind.`
        : 'Sie hat nicht die Form einer exportierten Liste oder ist größer als ein Megabyte. Die Preise bleiben, wie sie sind.',
  },
};

function forbidden({ server, serverCode = '', serverMessage = '' }: ErrorAbout): string {
  const scopes = /missing scopes?:\s*([\w.:, -]*\w)/i.exec(serverMessage)?.[1];
  if (scopes)
    return `Dem Schlüssel fehlt eine Berechtigung: ${scopes}. Wer ihn angelegt hat, kann sie erteilen.`;
  if (serverCode.startsWith('unsupported_country'))
    return `${server} antwortet in diesem Land oder dieser Region nicht.`;
  if (/must be verified/i.test(serverMessage))
    return `${server} verlangt eine verifizierte Organisation, bevor dieses Konto das Modell verwenden darf.`;
  return `${server} verweigert es diesem Konto, Projekt oder dieser Region.`;
}

function wait(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return plural(seconds, 'eine Sekunde', '# Sekunden');
  return `${Math.ceil(seconds / 60)} Minuten`;
}
