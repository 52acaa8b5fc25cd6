/** The words of managed services as typed values: company, agreement, asset, ticket and the rest. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.domain;
