#compdef exercises
# Completion of `exercises` for zsh. In ~/.zshrc, after compinit: source <(exercises completion zsh)
_exercises_completion() {
    local line
    local -a values
    for line in ${(f)"$(COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT - 1)) _EXERCISES_COMPLETE=bash_complete ${words[1]} 2>/dev/null)"}; do
        case $line in
            plain,*) values+=("${line#plain,}") ;;
            dir,*) _files -/ ;;
            file,*) _files ;;
        esac
    done
    (( $#values )) && compadd -V exercises -- $values
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _exercises_completion "$@"
else
    compdef _exercises_completion exercises
fi
