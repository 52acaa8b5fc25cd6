# Makes an authentication token of a user and prints it: token.pl NAME
use strict;
use warnings;
use RT -init;
use RT::AuthToken;

my $user = RT::User->new( RT->SystemUser );
$user->Load( $ARGV[0] );
my $token = RT::AuthToken->new( RT->SystemUser );
my ( $ok, $said, $text ) = $token->Create( Owner => $user->Id, Description => 'workstation' );
die $said if !$ok;
print "$text\n";
