# Completion of `exercises` for fish: exercises completion fish > ~/.config/fish/completions/exercises.fish
function _exercises_completion
    set -l words (commandline -opc) (commandline -ct)
    set -lx COMP_WORDS (string join \n -- (string escape -- $words) | string collect)
    set -lx COMP_CWORD (math (count $words) - 1)
    set -lx _EXERCISES_COMPLETE bash_complete
    for line in ($words[1] 2>/dev/null)
        set -l parts (string split --max 1 "," -- $line)
        switch $parts[1]
            case plain
                echo $parts[2]
            case dir
                __fish_complete_directories (commandline -ct)
            case file
                __fish_complete_path (commandline -ct)
        end
    end
end
complete --no-files --command exercises --arguments "(_exercises_completion)"
