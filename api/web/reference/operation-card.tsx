import type { PageWords } from "../page-frame.tsx";
import type { Description, Operation, Schema } from "./description.ts";
import { exampleOf } from "./example-of.ts";
import { Code, Line, MarkedText } from "./marked-text.tsx";
import { ParameterRow, SchemaTable } from "./schema-table.tsx";

const JSON_KIND = "application/json";

const PLACES = {
  path: "reference-in-path",
  query: "reference-in-query",
  header: "reference-in-header",
} as const;

/** As people write it; programs do not care. */
const headerName = (name: string): string => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

const written = (value: unknown): string => JSON.stringify(value, null, 2);

const Answers = ({
  operation,
  description,
  words,
}: {
  readonly operation: Operation;
  readonly description: Description;
  readonly words: PageWords;
}) => {
  const answers = Object.entries(operation.responses);
  const done = answers.filter(([status]) => status.startsWith("2"));
  const refused = answers.filter(([status]) => !status.startsWith("2"));
  return (
    <section>
      <h5>{words.t("reference-answers")}</h5>
      {done.map(([status, { content }]) => {
        const schema: Schema | undefined = content?.[JSON_KIND]?.schema;
        return (
          <div class="answer">
            <p>
              <span class="status good">{status}</span>{" "}
              {schema === undefined
                ? words.t(content === undefined ? "reference-nothing" : "reference-file")
                : null}
            </p>
            {schema === undefined ? null : (
              <>
                <SchemaTable schema={schema} asked={false} resolve={description.resolve} words={words} />
                <details class="example">
                  <summary>{words.t("reference-example")}</summary>
                  <Code text={written(exampleOf(schema, description.resolve))} />
                </details>
              </>
            )}
          </div>
        );
      })}
      <ul class="refused">
        {refused.map(([status, { description: codes }]) => (
          <li>
            <span class="status">{status}</span>{" "}
            {codes.split(", ").map((code) => (
              <>
                <a href={`#refusal-${code}`}>
                  <code>{code}</code>
                </a>{" "}
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** One operation, closed until somebody wants it; its address lies inside, so that a browser that goes there opens it. */
export const OperationCard = (props: {
  readonly operation: Operation;
  readonly description: Description;
  readonly words: PageWords;
}) => {
  const { operation, description, words } = props;
  const { t } = words;
  const body = operation.requestBody?.content;
  const bodySchema = body?.[JSON_KIND]?.schema;
  return (
    <details class="operation">
      <summary>
        <span class={`method ${operation.method}`}>{operation.method.toUpperCase()}</span>
        <code class="path">{operation.path}</code>
        <span class="summary">{operation.summary}</span>
      </summary>
      <div class="operation-body" id={operation.operationId}>
        <p class="scope">
          {t("reference-scope")}: <code>{operation["x-scope"] ?? t("reference-scope-open")}</code> ·{" "}
          <a href={`#${operation.operationId}`}>{operation.operationId}</a>
        </p>
        {operation.description === undefined ? null : <MarkedText text={operation.description} />}
        {operation.parameters.length === 0 ? null : (
          <section>
            <h5>{t("reference-parameters")}</h5>
            <ul class="fields">
              {operation.parameters.map(({ name, in: place, required, schema, description: said }) => (
                <ParameterRow
                  name={place === "header" ? headerName(name) : name}
                  place={t(PLACES[place])}
                  required={required === true && place !== "path"}
                  schema={schema ?? {}}
                  description={said ?? schema?.description}
                  resolve={description.resolve}
                  words={words}
                />
              ))}
            </ul>
          </section>
        )}
        {body === undefined ? null : (
          <section>
            <h5>{t("reference-body")}</h5>
            {bodySchema === undefined ? (
              <p>
                <code>multipart/form-data</code>: <Line text={operation.requestBody?.description ?? ""} />
              </p>
            ) : (
              <>
                <SchemaTable schema={bodySchema} asked={true} resolve={description.resolve} words={words} />
                <details class="example">
                  <summary>{t("reference-example")}</summary>
                  <Code text={written(exampleOf(bodySchema, description.resolve))} />
                </details>
              </>
            )}
          </section>
        )}
        <Answers operation={operation} description={description} words={words} />
      </div>
    </details>
  );
};
