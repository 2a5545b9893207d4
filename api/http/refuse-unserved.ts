import type { Context } from "hono";
import { refusalOf } from "../shared/result.ts";
import type { AnyRoute } from "./api-route.ts";
import { refuseRequest } from "./refuse-request.ts";

/** What no route under `base` serves: `method_not_allowed` with `Allow` where the path has other methods. */
export const refuseUnserved = (routes: readonly AnyRoute[], base: string): ((c: Context) => Response) => {
  const served = routes.map(({ method, path }) => ({
    method: method.toUpperCase(),
    fits: new RegExp(`^${base}${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  }));
  return (c) => {
    const methods = served.filter(({ fits }) => fits.test(c.req.path)).map(({ method }) => method);
    if (methods.length === 0) return refuseRequest(c, refusalOf("not_found"));
    c.header(
      "allow",
      [...new Set(methods.flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : [one])))].join(", "),
    );
    return refuseRequest(c, refusalOf("method_not_allowed"));
  };
};
