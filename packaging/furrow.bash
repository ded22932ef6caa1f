# bash completion for furrow(1)                              -*- shell-script -*-

_furrow()
{
	local cur prev words cword
	_init_completion -n = || return

	local commands="status order sale log session queue link route ussd report pool audit privacy user token webhook send ussd-sim backup restore person \
offer catalogue area weight campaign broadcast pdu parse phone help"
	local common="--json --csv --help --config --url --token-file --ca"
	local states="asked waiting offered confirmed fulfilled unfilled \
cancelled disputed failed"
	local command="" word="" i

	# The subcommand and the word behind it; options with a value before it.
	for ((i = 1; i < cword; i++)); do
		case ${words[i]} in
		-c | --config | --url | --token-file | --ca) ((i++)) ;;
		-*) ;;
		*)
			if [[ -z $command ]]; then
				command=${words[i]}
			elif [[ -z $word ]]; then
				word=${words[i]}
			fi
			;;
		esac
	done

	case $prev in
	-c | --config | --token-file | --ca | --voucher-file | --catalogue | --sim | --people | \
	--key | --store | --heads | --out | --pin-file)
		_filedir
		return
		;;
	--lexicon)
		_filedir -d
		return
		;;
	--direction)
		COMPREPLY=($(compgen -W "deliver submit status-report" -- "$cur"))
		return
		;;
	--role | --roles)
		[[ $command == user || $command == token ]] && {
			COMPREPLY=($(compgen -W "viewer operator admin" -- "$cur"))
			return
		}
		COMPREPLY=($(compgen -W "buyer seller leader officer promoter \
expert admin" -- "$cur"))
		return
		;;
	--state)
		[[ $command == order ]] || states="received quarantined queued \
sending sent delivered unknown refused failed stale held"
		COMPREPLY=($(compgen -W "$states" -- "$cur"))
		return
		;;
	--kind)
		COMPREPLY=($(compgen -W "sms ussd" -- "$cur"))
		return
		;;
	--since | --until)
		COMPREPLY=($(compgen -W "1h 1d 7d" -- "$cur"))
		return
		;;
	--by)
		COMPREPLY=($(compgen -W "area product day week month seller \
link all" -- "$cur"))
		return
		;;
	--link)
		COMPREPLY=($(compgen -W "$(_furrow_links)" -- "$cur"))
		return
		;;
	--to)
		[[ $command == restore ]] && _filedir
		return
		;;
	--phone | --for | --line | --quantity | --limit | -n | --url | \
	--order | --class | --name | --place | --area | --lang | --weight | --leader | \
	--channel | --code | --direct | --forget | --remove | --product | --wait | --price | --factor | --sponsor | --texts | --days | --scope | --unit-kg | --unit | --grade | --from)
		return
		;;
	esac

	if [[ -z $command ]]; then
		COMPREPLY=($(compgen -W "$commands -c --config --url \
--token-file --ca --version --help" -- "$cur"))
		return
	fi
	if [[ $cur == -* ]]; then
		COMPREPLY=($(compgen -W "$(_furrow_options "$command") $common" \
			-- "$cur"))
		return
	fi

	local choices=""
	case $command,$word in
	help,) choices=$commands ;;
	order,) choices="list show accept decline cancel reassign done" ;;
	sale,) choices="list show" ;;
	session,) choices="list show" ;;
	log,) choices="search show unknown" ;;
	queue,) choices="list retry drop held release" ;;
	link,) choices="list show probe reset drain resume" ;;
	link,list) ;;
	link,probe) choices="--all $(_furrow_links) $(compgen -G '/dev/tty[UA][SC][BM]*')" ;;
	link,* | ussd,) choices=$(_furrow_links) ;;
	route,) choices="test list" ;;
	report,) choices="sales income impact answers fairness feedback \
day" ;;
	audit,) choices="list verify accept" ;;
	backup,) choices="list now keygen verify" ;;
	webhook,) choices="list test resume skip" ;;
	user,) choices="list show add role password disable enable remove \
totp-off logout phone code" ;;
	token,) choices="list add revoke" ;;
	privacy,) choices="export erase report" ;;
	pool,) choices="list show took shares" ;;
	person,) choices="list add phone consent pin import export" ;;
	person,phone) choices="add remove" ;;
	offer, | area,)
		choices="list add import export"
		;;
	weight,) choices="list of set join leave" ;;
	campaign,) choices="list add end" ;;
	broadcast,) choices="list start pause resume drop" ;;
	catalogue,) choices="list alias add import export" ;;
	pdu,) choices="decode encode" ;;
	phone,) choices="list all play script" ;;
	person,[ie]* | offer,[ie]* | catalogue,[ie]* | area,[ie]* | backup,?* | restore,* | \
	pdu,?* | phone,script)
		_filedir
		return
		;;
	esac
	COMPREPLY=($(compgen -W "$choices" -- "$cur"))
}

_furrow_options()
{
	case $1 in
	order)
		echo "--since --state --phone --limit --for --to --line --quantity"
		;;
	log)
		echo "--follow --since --until --phone --link --state --order --area \
--limit --kind --lang --forget"
		;;
	session) echo "--open --phone --channel --since --until --limit" ;;
	person)
		echo "--phone --role --roles --name --place --area --lang \
--weight --leader"
		;;
	link) echo "--steps --all --imei --wait --pin-file" ;;
	offer) echo "--phone --price --unit-kg --grade --from --until" ;;
	catalogue) echo "--unit --remove" ;;
	weight) echo "--protected" ;;
	user) echo "--role" ;;
	token) echo "--role --scope --days" ;;
	backup) echo "--key" ;;
	restore) echo "--key --to --replace" ;;
	campaign) echo "--area --factor --sponsor --texts --days" ;;
	broadcast)
		echo "--role --area --lang --at --until --rate --night --texts \
--again"
		;;
	report) echo "--by --since --until --area --product --date" ;;
	audit) echo "--since --actor --action --store --heads --key --reason" ;;
	privacy) echo "--out --name --yes --no-wait" ;;
	route) echo "--class --question" ;;
	ussd) echo "--script --voucher-file" ;;
	ussd-sim) echo "--phone --code --lang --script --direct" ;;
	pdu) echo "--direction" ;;
	phone) echo "--sim --people --to --wait" ;;
	parse) echo "--catalogue --lexicon --lang --role --explain --jsonl" ;;
	esac
}

# The links of the running daemon, if it answers.
_furrow_links()
{
	local i conf=()

	for ((i = 1; i < ${#words[@]} - 1; i++)); do
		[[ ${words[i]} == -c || ${words[i]} == --config ]] &&
			conf=(-c "${words[i + 1]}")
	done
	"${words[0]}" "${conf[@]}" link list --csv 2>/dev/null |
		sed '1d; s/,.*//'
}

complete -F _furrow furrow

_furrow_sim()
{
	local cur prev words cword
	_init_completion || return
	case $prev in
	play) _filedir scenario && return ;;
	fault | unplug | replug | raw)
		COMPREPLY=($(compgen -W "$("${words[0]}" modems 2>/dev/null |
			sed '1d; s/ .*//') *" -- "$cur"))
		return
		;;
	esac
	if ((cword == 1)); then
		COMPREPLY=($(compgen -W "run play profiles faults journal text \
fault unplug replug phone ring ussd raw push inbox modems phones stats active quit \
help" -- "$cur"))
	elif [[ ${words[cword - 2]} == fault ]]; then
		COMPREPLY=($(compgen -W "none $("${words[0]}" faults |
			sed -n 's/^\([a-z][a-z-]*\)  .*/\1/p')" -- "$cur"))
	fi
}
complete -F _furrow_sim furrow-sim
