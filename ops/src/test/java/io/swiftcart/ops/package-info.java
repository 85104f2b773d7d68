/**
 * What operators run and look at, held against the services and against itself. A tool that is not
 * on the machine skips its test and says how to get it.
 */
package io.swiftcart.ops;
