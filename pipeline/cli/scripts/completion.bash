# Completion of `exercises` for bash. In ~/.bashrc: source <(exercises completion bash)
_exercises_completion() {
    local IFS=$'\n' line
    COMPREPLY=()
    for line in $(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD _EXERCISES_COMPLETE=bash_complete "$1" 2>/dev/null); do
        case $line in
            plain,*) COMPREPLY+=("${line#plain,}") ;;
            dir,*) compopt -o dirnames 2>/dev/null ;;
            file,*) compopt -o default 2>/dev/null ;;
        esac
    done
    # Lets readline put a backslash before the spaces of "lower back".
    compopt -o filenames 2>/dev/null
    return 0
}
complete -o nosort -F _exercises_completion exercises
