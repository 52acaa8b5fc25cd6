/** Who can sign in: accounts, their roles, companies and passwords. */
@NullMarked
package org.waystation.server.account;

import org.jspecify.annotations.NullMarked;
