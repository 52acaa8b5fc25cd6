/** Work with companies over the local store: the list, a company's page, edits as queued operations, visits, search. */
@org.jspecify.annotations.NullMarked
package org.waystation.companies.internal;
