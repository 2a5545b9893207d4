import type { Context } from "hono";
import type { AnyRoute } from "./api-route.ts";
import { refused, refuseRequest } from "./refuse-request.ts";

/** What no route under `base` serves: `method_not_allowed` with `Allow` where the path has other methods. */
export const refuseUnserved = (routes: readonly AnyRoute[], base: string): ((c: Context) => Response) => {
  const served = routes.map(({ method, path }) => ({
    method: method.toUpperCase(),
    fits: new RegExp(`^${base}${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  }));
  return (c) => {
    const methods = served.filter(({ fits }) => fits.test(c.req.path)).map(({ method }) => method);
    if (methods.length === 0) return refuseRequest(c, refused("not_found"));
    c.header(
      "allow",
      [...new Set(methods.flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : [one])))].join(", "),
    );
    return refuseRequest(c, refused("method_not_allowed"));
  };
};
