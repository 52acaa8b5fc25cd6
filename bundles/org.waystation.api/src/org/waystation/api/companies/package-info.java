/** Work with companies: how they stand, their page, and edits of them, their contacts and their sites. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.companies;
