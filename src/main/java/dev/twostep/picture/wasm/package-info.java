/**
 * The sandbox: zxing-cpp as WebAssembly, translated into classes by the build, and the few
 * functions that it may call. {@code Zxing} is generated from {@code src/main/wasm}.
 */
@NullMarked
package dev.twostep.picture.wasm;

import org.jspecify.annotations.NullMarked;
