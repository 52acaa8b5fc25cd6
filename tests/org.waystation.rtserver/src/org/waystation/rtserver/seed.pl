# Makes tickets with history: seed.pl COUNT NOTES
use strict;
use warnings;
use RT -init;
use MIME::Entity;

my ( $count, $notes ) = @ARGV;
my $me = RT::CurrentUser->new( RT->SystemUser );
$me->Load('tech2');
RT->Config->Set( 'Plugins', () );
# Mails about each of them are not what is measured.
my $scrips = RT::Scrips->new( RT->SystemUser );
$scrips->UnLimit;
while ( my $scrip = $scrips->Next ) { $scrip->SetDisabled(1) }
my @people = ( 'bob@acme.test', 'carol@globex.test' );
my $first;
$RT::Handle->BeginTransaction;
for my $n ( 1 .. $count ) {
    my $ticket = RT::Ticket->new($me);
    my ( $id, undef, $said ) = $ticket->Create(
        Queue => 'General', Subject => "Seeded ticket $n: printer on floor " . ( $n % 9 ), Requestor => $people[ $n % 2 ],
        Owner => ( $n % 5 ? 'tech1' : 'Nobody' ), Status => ( 'new', 'open', 'open' )[ $n % 3 ],
        Priority => ( $n % 4 ) * 25,
        MIMEObj => MIME::Entity->build( Type => 'text/plain', Charset => 'UTF-8', Data => ["It stopped at number $n."] ) );
    die $said if !$id;
    $first //= $id;
    # No ticket begins as a stalled one.
    if ( $n % 3 == 2 ) { my ( $ok, $why ) = $ticket->SetStatus('stalled'); die $why if !$ok }
    for my $note ( 1 .. $notes ) {
        my $method = $note % 2 ? 'Correspond' : 'Comment';
        my ( $ok, $why ) = $ticket->$method(
            TimeTaken => ( $note == 2 ? 15 : 0 ),
            MIMEObj => MIME::Entity->build( Type => 'text/plain', Charset => 'UTF-8', Data => ["Message $note of ticket $n."] ) );
        die $why if !$ok;
    }
    if ( $n % 100 == 0 ) { $RT::Handle->Commit; $RT::Handle->BeginTransaction }
}
$RT::Handle->Commit;
print "$first\n";
