# Makes what Waystation needs on a Request Tracker so that each record made on a workstation is made exactly once:
# a custom field "Waystation id" of tickets, assets and articles, seen and written by every privileged user.
# Run it once, as whoever may administer the database; running it again changes nothing:
#
#   rt-setup-database --action insert --datafile waystation-fields.pl          (Debian: rt-setup-database-5)
use strict;
use warnings;

our @Final;
push @Final, sub {
    my $name  = 'Waystation id';
    my $group = RT::Group->new( RT->SystemUser );
    $group->LoadSystemInternalGroup('Privileged');
    my %of = (
        'RT::Queue-RT::Ticket'  => 'RT::Queue',
        'RT::Catalog-RT::Asset' => 'RT::Catalog',
        'RT::Class-RT::Article' => 'RT::Class',
    );
    for my $type ( sort keys %of ) {
        my $fields = RT::CustomFields->new( RT->SystemUser );
        $fields->Limit( FIELD => 'Name',       VALUE => $name, CASESENSITIVE => 0 );
        $fields->Limit( FIELD => 'LookupType', VALUE => $type );
        my $field = $fields->First;
        if ( !$field ) {
            $field = RT::CustomField->new( RT->SystemUser );
            my ( $ok, $said ) = $field->Create(
                Name        => $name,
                Description => 'Set by Waystation when it makes a record; leave it as it is',
                LookupType  => $type,
                Type        => 'FreeformSingle',
                MaxValues   => 1,
            );
            die "$name for $type: $said" if !$ok;
        }
        my ( $added, $why ) = $field->AddToObject( $of{$type}->new( RT->SystemUser ) );
        RT->Logger->info("$name for $type: $why");
        for my $right (qw(SeeCustomField ModifyCustomField)) {
            my ( $ok, $said ) = $group->PrincipalObj->GrantRight( Right => $right, Object => $field );
            RT->Logger->info("$right on $name for $type: $said");
        }
    }
};

1;
