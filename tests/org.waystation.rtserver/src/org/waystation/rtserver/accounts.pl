# Accounts, rights, a queue, custom fields and companies' people for tests.
use strict;
use warnings;
use RT -init;

my $su = RT->SystemUser;

sub must { my ( $ok, $said ) = @_; die( $said // 'refused' ) if !$ok; return $ok }

my $root = RT::User->new($su);
$root->Load('root');
must( $root->SetPassword('Root-Loopback-1') );

my $group = RT::Group->new($su);
must( $group->CreateUserDefinedGroup( Name => 'Technicians' ) );
for my $n ( 1, 2, 3 ) {
    my $user = RT::User->new($su);
    must( $user->Create(
        Name => "tech$n", EmailAddress => "tech$n\@msp.test", RealName => ( 'Tina Tech', 'Tom Tech', 'Tess Tech' )[ $n - 1 ],
        Password => 'Tech-Loopback-1', Privileged => 1 ) );
    must( $group->AddMember( $user->PrincipalId ) );
}
for my $person ( [ 'bob@acme.test', 'Bob Baker' ], [ 'carol@globex.test', 'Carol Cook' ] ) {
    my $user = RT::User->new($su);
    must( $user->Create( Name => $person->[0], EmailAddress => $person->[0], RealName => $person->[1], Privileged => 0 ) );
}
my $queue = RT::Queue->new($su);
must( $queue->Create( Name => 'Maintenance', Description => 'Planned work' ) );
my $site = RT::CustomField->new($su);
must( $site->Create( Name => 'Site', LookupType => 'RT::Queue-RT::Ticket', Type => 'FreeformSingle', MaxValues => 1 ) );
must( $site->AddToObject( RT::Queue->new($su) ) );
my $serial = RT::CustomField->new($su);
must( $serial->Create( Name => 'Serial', LookupType => 'RT::Catalog-RT::Asset', Type => 'FreeformSingle', MaxValues => 1 ) );
must( $serial->AddToObject( RT::Catalog->new($su) ) );

for my $right (qw(SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket ModifyTicket DeleteTicket
    OwnTicket TakeTicket StealTicket ReassignTicket Watch WatchAsAdminCc SeeCustomField ModifyCustomField ShowOutgoingEmail
    ShowArticle SeeClass CreateArticle ModifyArticle DisableArticle ShowAsset ShowCatalog CreateAsset ModifyAsset SeeGroup)) {
    my ( $ok, $said ) = $group->PrincipalObj->GrantRight( Right => $right, Object => RT->System );
    warn "$right: $said" if !$ok;
}
