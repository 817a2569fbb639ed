/** A column, or a further field, of a figure; see figures/README.md. */
export interface Field {
  type: string | string[];
  about: string;
  null?: boolean;
  optional?: boolean;
  choices?: string[];
}

export interface Schema {
  about: string;
  columns: Record<string, Field>;
  extras: Record<string, Field>;
}

export function readSchemas(folder?: string): Map<string, Schema>;
export function figureFaults(figure: object, schemas: Map<string, Schema>): string[];
