# Changes a ticket as somebody else would, past the web server: change.pl USER TICKET FIELD VALUE
use strict;
use warnings;
use RT -init;

my ( $user, $number, $field, $value ) = @ARGV;
my $ticket = RT::Ticket->new( RT::CurrentUser->new($user) );
$ticket->Load($number);
my $method = "Set$field";
my ( $ok, $said ) = $ticket->$method($value);
die $said if !$ok;
print "$said\n";
