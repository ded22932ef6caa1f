#!/usr/bin/perl
# centre.pl PORT - a message centre made of Debian's Net::SMPP, led by lines of
# JSON as centre.js is.  The module decodes no texts: those go on as octets.
use strict;
use warnings;
use IO::Select;
use JSON::PP;
use Net::SMPP;

# The module tells every end of a connection.
$SIG{__WARN__} = sub { };
$SIG{PIPE} = 'IGNORE';
my $json = JSON::PP->new->canonical;
my ($session, $submits, $form, @answers) = (undef, 0, 'decimal');
my $listener = Net::SMPP->new_listen('127.0.0.1', port => $ARGV[0])
    or die "port $ARGV[0]: $!\n";
my $select = IO::Select->new($listener, \*STDIN);
my %width = (sar_msg_ref_num => 'n', sar_total_segments => 'C',
	sar_segment_seqnum => 'C', user_message_reference => 'n',
	message_state => 'C');
my %names = (0x80000005 => 'deliver_sm_resp', 0x80000103 => 'data_sm_resp',
	0x80000015 => 'enquire_link_resp', 0x80000006 => 'unbind_resp',
	0x80000000 => 'generic_nack');

sub say_event {
	syswrite STDOUT, $json->encode({@_}) . "\n";
}

sub on_bind {
	my ($s, $kind, $pdu) = @_;
	my $good = $pdu->{system_id} eq 'furrow' && $pdu->{password} eq 'secret';
	say_event(saw => $kind, system_id => $pdu->{system_id},
		good => $good ? JSON::PP::true : JSON::PP::false,
		version => $pdu->{interface_version});
	my $answer = "${kind}_resp";
	$s->$answer(seq => $pdu->{seq}, status => $good ? 0 : 0x0E,
		system_id => 'perl');
	$session = $s if $good && $kind ne 'bind_transmitter';
}

sub on_submit {
	my ($s, $pdu) = @_;
	my $status = @answers ? shift @answers : 0;
	my %event = (saw => 'submit_sm', status => $status,
		to => $pdu->{destination_addr}, from => $pdu->{source_addr},
		coding => $pdu->{data_coding}, esm => $pdu->{esm_class},
		registered => $pdu->{registered_delivery}, tlvs => {});
	my $payload = $pdu->{message_payload};
	$event{by} = defined $payload ? 'message_payload' : 'short_message';
	$event{hex} = unpack 'H*', $payload // $pdu->{short_message};
	for my $name (keys %width) {
		$event{tlvs}{$name} = 0 + unpack $width{$name}, $pdu->{$name}
		    if defined $pdu->{$name};
	}
	$event{id} = ++$submits if $status == 0;
	say_event(%event);
	my $id = $form eq 'hex' ? sprintf('%X', $submits) : $submits;
	$s->submit_sm_resp(seq => $pdu->{seq}, status => $status,
		message_id => $status == 0 ? $id : '');
}

sub gone {
	my ($s) = @_;
	$select->remove($s);
	close $s;
	$session = undef if defined $session && $session == $s;
	say_event(saw => 'closed');
}

my %requests = (
	0x00000001 => sub { on_bind($_[0], 'bind_receiver', $_[1]) },
	0x00000002 => sub { on_bind($_[0], 'bind_transmitter', $_[1]) },
	0x00000009 => sub { on_bind($_[0], 'bind_transceiver', $_[1]) },
	0x00000004 => \&on_submit,
	0x00000015 => sub { $_[0]->enquire_link_resp(seq => $_[1]{seq}) },
	0x00000006 => sub {
		say_event(saw => 'unbind');
		$_[0]->unbind_resp(seq => $_[1]{seq});
		gone($_[0]);
	},
);

sub on_pdu {
	my ($s) = @_;
	my $pdu = $s->read_pdu() or return gone($s);
	my $cmd = $pdu->{cmd};
	return $requests{$cmd}->($s, $pdu) if $requests{$cmd};
	say_event(saw => $names{$cmd} // sprintf('0x%X', $cmd),
		status => $pdu->{status});
}

sub tlvs_of {
	my ($c) = @_;
	my %tlvs = %{ $c->{tlvs} // {} };
	my @list = map { $_ => pack($width{$_}, $tlvs{$_}) } sort keys %tlvs;
	push @list, receipted_message_id => "$c->{receipted_message_id}\0"
	    if defined $c->{receipted_message_id};
	push @list, message_payload => pack('H*', $c->{payload})
	    if defined $c->{payload};
	return @list;
}

my %commands = (
	deliver => sub {
		my ($c) = @_;
		$session->deliver_sm(async => 1, source_addr_ton => 1,
			source_addr_npi => 1, source_addr => $c->{from},
			destination_addr => $c->{to},
			esm_class => $c->{esm} // 0,
			data_coding => $c->{coding} // 0,
			short_message => $c->{text} // pack('H*', $c->{hex} // ''),
			tlvs_of($c));
	},
	data => sub {
		my ($c) = @_;
		$session->data_sm(async => 1, source_addr_ton => 1,
			source_addr_npi => 1, source_addr => $c->{from},
			destination_addr => $c->{to}, esm_class => 0,
			data_coding => $c->{coding} // 0, tlvs_of($c));
	},
	enquire => sub { $session->enquire_link(async => 1) },
	alert => sub {
		my ($c) = @_;
		$session->alert_notification(async => 1,
			source_addr => $c->{from}, esme_addr => $c->{to});
	},
	unbind => sub { $session->unbind(async => 1) },
	answer => sub { @answers = ($_[0]{status}) x $_[0]{times} },
	ids => sub { $form = $_[0]{form} },
);

# Commands come one by one; what more was read waits here.
my $lines = '';
sub on_stdin {
	sysread(STDIN, $lines, 65536, length $lines) or exit 0;
	while ($lines =~ s/^([^\n]*)\n//) {
		my $c = $json->decode($1);
		$commands{ $c->{do} }->($c);
	}
}

say_event(saw => 'up');
while (my @ready = $select->can_read) {
	for my $s (@ready) {
		if ($s == \*STDIN) {
			on_stdin();
		} elsif ($s == $listener) {
			$select->add($listener->accept);
		} else {
			on_pdu($s);
		}
	}
}
