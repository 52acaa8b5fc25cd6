/** The profile: where one technician's data lives on this machine. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.profile;
