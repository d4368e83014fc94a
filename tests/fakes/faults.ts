/** Every fault by its name. What the app should make of one is for its own tests to say. */
import { chatFaults } from './fault-chat.ts';
import { connectionFaults } from './fault-connection.ts';
import { keyFaults, limitFaults, portalFaults, requestFaults, serverFaults } from './fault-http.ts';
import { endedResponses, failedResponses } from './fault-responses.ts';
import { badStreams, oddStreams } from './fault-stream.ts';
import type { Fault } from './fault.ts';

const all = {
  ...keyFaults,
  ...requestFaults,
  ...limitFaults,
  ...serverFaults,
  ...portalFaults,
  ...connectionFaults,
  ...oddStreams,
  ...badStreams,
  ...failedResponses,
  ...endedResponses,
  ...chatFaults,
};

export type FaultName = keyof typeof all;

export const faults: Readonly<Record<FaultName, Fault>> = all;
