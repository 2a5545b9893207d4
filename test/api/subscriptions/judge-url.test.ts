import { describe, expect, it } from "vitest";
import { judgeAddress } from "../../../api/subscriptions/judge-address.ts";
import { judgeUrl } from "../../../api/subscriptions/judge-url.ts";

describe("where events may be sent", () => {
  it.each([
    ["https://mot-cua.haian.gov.vn/hooks", "allowed"],
    ["https://8.8.8.8/hooks", "allowed"],
    ["https://[2606:4700::1111]/hooks", "allowed"],
    ["http://127.0.0.1:8080/hooks", "allowed"],
    ["http://[::1]:8080/", "allowed"],
    ["http://192.168.1.20/hooks", "allowed"],
    ["http://mot-cua:8080/hooks", "allowed"],
    ["http://mot-cua.local/hooks", "allowed"],
    ["http://mot-cua.haian.gov.vn/hooks", "insecure"],
    ["http://8.8.8.8/", "insecure"],
    ["http://local.evil.example/", "insecure"],
    ["ftp://mot-cua.haian.gov.vn/", "invalid"],
    ["file:///etc/passwd", "invalid"],
    ["mot-cua.haian.gov.vn", "invalid"],
    ["https://an:mat-khau@haian.gov.vn/", "invalid"],
    ["https://haian.gov.vn/#o-day", "invalid"],
    ["", "invalid"],
    ["http://169.254.169.254/latest/meta-data/", "forbidden"],
    ["https://169.254.169.254/", "forbidden"],
    // The same address in other clothes.
    ["http://2852039166/", "forbidden"],
    ["http://0xa9fea9fe/", "forbidden"],
    ["http://0251.0376.0251.0376/", "forbidden"],
    ["http://[::ffff:169.254.169.254]/", "forbidden"],
    ["http://[::ffff:a9fe:a9fe]/", "forbidden"],
    ["https://[64:ff9b::a9fe:a9fe]/", "forbidden"],
    ["https://[2002:a9fe:a9fe::1]/", "forbidden"],
    ["http://[fe80::1]/", "forbidden"],
    ["http://[fd00:ec2::254]/", "forbidden"],
    ["http://0.0.0.0/", "forbidden"],
    ["http://0/", "forbidden"],
    ["http://[::]/", "forbidden"],
    ["http://224.0.0.1/", "forbidden"],
    ["http://255.255.255.255/", "forbidden"],
    ["http://[ff02::1]/", "forbidden"],
    ["http://100.100.100.200/", "forbidden"],
    ["https://metadata.google.internal/", "forbidden"],
  ] as const)("%s: %s", (url, verdict) => {
    expect(judgeUrl(url)).toBe(verdict);
  });

  it.each([
    ["172.15.255.255", "public"],
    ["172.16.0.0", "private"],
    ["172.31.255.255", "private"],
    ["172.32.0.0", "public"],
    ["169.253.255.255", "public"],
    ["169.254.0.0", "forbidden"],
    ["fe80::1%eth0", "forbidden"],
    ["febf::1", "forbidden"],
    ["fdff::1", "private"],
    ["1.2.3", null],
    ["256.1.1.1", null],
    ["1:2:3:4:5:6:7", null],
    ["1::2::3", null],
    [":::", null],
    ["mot-cua", null],
  ] as const)("the address %s is %s", (address, kind) => {
    expect(judgeAddress(address)).toBe(kind);
  });
});
