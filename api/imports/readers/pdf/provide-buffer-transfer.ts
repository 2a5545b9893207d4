/**
 * `ArrayBuffer.prototype.transferToFixedLength` (ES2024) is called by the PDF library and absent from Node 20: without
 * it no page's operators can be listed there.
 */
export const provideBufferTransfer = (): void => {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const whole = structuredClone(this, { transfer: [this] });
      if (whole.byteLength === length) return whole;
      const fixed = new ArrayBuffer(length);
      new Uint8Array(fixed).set(new Uint8Array(whole, 0, Math.min(length, whole.byteLength)));
      return fixed;
    },
  });
};
