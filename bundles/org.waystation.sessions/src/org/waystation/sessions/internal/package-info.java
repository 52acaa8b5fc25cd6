/** Remote sessions without a screen: their life, their history, what is known for starting one. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.internal;
