# Makes tickets with history: seed.pl COUNT NOTES
use strict;
use warnings;
use RT -init;
use MIME::Entity;

# Request Tracker makes about five tickets with their messages in a second. The first ones are made by itself, and what it
# wrote for them is the pattern of the others: the same rows under other numbers.
use constant MADE => 250;

# What rows point at, by column; a group is a principal of the same number.
my %points_at = (
    Tickets            => { id => 'Tickets', EffectiveId => 'Tickets' },
    Principals         => { id => 'Principals' },
    Groups             => { id => 'Principals', Instance => 'Tickets' },
    GroupMembers       => { id => 'GroupMembers', GroupId => 'Principals', MemberId => 'Principals' },
    CachedGroupMembers => {
        id  => 'CachedGroupMembers', GroupId => 'Principals', MemberId => 'Principals',
        Via => 'CachedGroupMembers', ImmediateParentId => 'Principals'
    },
    Transactions => { id => 'Transactions', ObjectId => 'Tickets' },
    Attachments  => { id => 'Attachments', TransactionId => 'Transactions', Parent => 'Attachments' },
);

my ( $count, $notes ) = @ARGV;
my $me = RT::CurrentUser->new( RT->SystemUser );
$me->Load('tech2');
RT->Config->Set( 'Plugins', () );
# Mails about each of them are not what is measured.
my $scrips = RT::Scrips->new( RT->SystemUser );
$scrips->UnLimit;
while ( my $scrip = $scrips->Next ) { $scrip->SetDisabled(1) }
my @people = ( 'bob@acme.test', 'carol@globex.test' );
my $database = $RT::Handle->dbh;
my $first    = 1 + $database->selectrow_array('SELECT COALESCE(MAX(id), 0) FROM Tickets');
my $rounds   = int( $count / MADE ) || 1;
$RT::Handle->BeginTransaction;
make($_) for 1 .. $count - ( $rounds - 1 ) * MADE - ( $count < MADE ? 0 : MADE );
my %before = last_numbers();
make($_) for 1 .. ( $count < MADE ? 0 : MADE );
my %after = last_numbers();
copy($_) for 1 .. $rounds - 1;
$RT::Handle->Commit;
print "$first\n";

sub last_numbers {
    return map { $_ => scalar $database->selectrow_array("SELECT COALESCE(MAX(id), 0) FROM $_") } keys %points_at;
}

# Each number of the pattern is so many spans higher; what points at something older, such as a queue or a user, stays.
sub copy {
    my $round = shift;
    for my $table ( keys %points_at ) {
        my %higher = %{ $points_at{$table} };
        my @columns = @{ $database->selectcol_arrayref( "SELECT name FROM pragma_table_info('$table')" ) };
        my @values  = map {
            my $at = $higher{$_};
            $at ? "$_ + (CASE WHEN $_ > $before{$at} THEN " . $round * ( $after{$at} - $before{$at} ) . " ELSE 0 END)" : $_;
        } @columns;
        my $of = $higher{id};
        my $which = "id > $before{$of} AND id <= $after{$of}" . ( $table eq 'Transactions' ? " AND ObjectType = 'RT::Ticket'" : '' );
        local $" = ', ';
        $database->do("INSERT INTO $table (@columns) SELECT @values FROM $table WHERE $which");
    }
}

sub make {
    my $n = shift;
    my $ticket = RT::Ticket->new($me);
    my ( $id, undef, $said ) = $ticket->Create(
        Queue => 'General', Subject => "Seeded ticket $n: printer on floor " . ( $n % 9 ), Requestor => $people[ $n % 2 ],
        Owner => ( $n % 5 ? 'tech1' : 'Nobody' ), Status => ( 'new', 'open', 'open' )[ $n % 3 ],
        Priority => ( $n % 4 ) * 25,
        MIMEObj => MIME::Entity->build( Type => 'text/plain', Charset => 'UTF-8', Data => ["It stopped at number $n."] ) );
    die $said if !$id;
    # No ticket begins as a stalled one.
    if ( $n % 3 == 2 ) { my ( $ok, $why ) = $ticket->SetStatus('stalled'); die $why if !$ok }
    for my $note ( 1 .. $notes ) {
        my $method = $note % 2 ? 'Correspond' : 'Comment';
        my ( $ok, $why ) = $ticket->$method(
            TimeTaken => ( $note == 2 ? 15 : 0 ),
            MIMEObj => MIME::Entity->build( Type => 'text/plain', Charset => 'UTF-8', Data => ["Message $note of ticket $n."] ) );
        die $why if !$ok;
    }
}
