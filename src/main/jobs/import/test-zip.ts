import { crc32, deflateRawSync } from 'node:zlib';

export interface Zipped {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What it claims to be unpacked, where that is a lie. */
  readonly size?: number;
}

/** An archive, for tests. */
export function zipOf(files: readonly Zipped[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = [
      [crc32(bytes), packed.length, size ?? bytes.length],
      [Buffer.byteLength(name), 0],
    ] as const;
    const local = header(0x04034b50, 30, 4, fields);
    const central = header(0x02014b50, 46, 6, fields);
    central.writeUInt16LE(20, 4);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += local.length + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

/** The fields that the two headers of a file share stand one after the other from `from` on. */
function header(
  signature: number,
  length: number,
  from: number,
  [longs, shorts]: readonly [readonly number[], readonly number[]],
): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, from); // version
  bytes.writeUInt16LE(0x0800, from + 2); // names are UTF-8
  bytes.writeUInt16LE(8, from + 4); // deflated
  longs.forEach((value, index) => bytes.writeUInt32LE(value, from + 10 + index * 4));
  shorts.forEach((value, index) => bytes.writeUInt16LE(value, from + 22 + index * 2));
  return bytes;
}
