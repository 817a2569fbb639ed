#include "cli/install/shell_completion.hpp"

#include <cassert>

namespace tarazy {
namespace {

/// A word of a shell script that stands for itself.
std::string quoted_word(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + '\'';
}

std::string with_blanks(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
    return line;
}

std::string names_of(const std::vector<OptionText>& options) {
    std::string line;
    for (const OptionText& option : options) line += (line.empty() ? "" : " ") + with_blanks(option.names);
    return line;
}

/// `--format|--coding)`: the patterns of a case for an option of a command.
std::string patterns(const CommandText& command, const OptionText& option) {
    std::string line;
    for (const std::string& name : option.names)
        line += (line.empty() ? "" : " | ") + quoted_word(path_text(command) + ':' + name);
    return line;
}

/// Which command is being typed: words that are no option and lead on from command to command. Shared by bash and zsh.
constexpr const char* path_of_words =
    "    local at='' each\n"
    "    for each in \"${before[@]}\"; do\n"
    "        case \" $commands \" in\n"
    "            *\"|${at:+$at }$each|\"*) at=\"${at:+$at }$each\" ;;\n"
    "        esac\n"
    "    done\n";

std::string known_commands(const std::vector<CommandText>& commands) {
    std::string list = "|";
    for (const CommandText& command : commands) list += path_text(command) + '|';
    return list;
}

std::string bash_completion(const std::vector<CommandText>& commands) {
    std::string script =
        "# tarazy in bash: source this file, or put it into share/bash-completion/completions/.\n_tarazy() {\n";
    script += "    local current=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]}\n";
    script += "    local before=(\"${COMP_WORDS[@]:1:COMP_CWORD-1}\")\n";
    script += "    local commands=" + quoted_word(known_commands(commands)) + '\n';
    script += path_of_words;
    script += "    local words='' options='' verbs=''\n    case \"$at:$last\" in\n";
    for (const CommandText& command : commands) {
        for (const OptionText& option : command.options) {
            if (!option.words.empty())
                script += "        " + patterns(command, option) + ") words=" + quoted_word(with_blanks(option.words)) +
                          " ;;\n";
        }
    }
    script += "    esac\n    case \"$at\" in\n";
    for (const CommandText& command : commands)
        script += "        " + quoted_word(path_text(command)) + ") verbs=" + quoted_word(with_blanks(command.verbs)) +
                  " options=" + quoted_word(names_of(command.options)) + " ;;\n";
    script +=
        "    esac\n"
        "    if [[ -n $words ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
        "    elif [[ $current == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
        "    elif [[ -n $verbs ]]; then COMPREPLY=($(compgen -W \"$verbs\" -- \"$current\"))\n"
        "    else compopt -o default 2>/dev/null; COMPREPLY=()\n"
        "    fi\n"
        "}\n"
        "complete -F _tarazy tarazy\n";
    return script;
}

/// `name:what it is` for zsh, where a colon ends the name.
std::string described(const std::string& name, const std::string& purpose) {
    return quoted_word(name + ':' + first_clause(purpose));
}

std::string zsh_completion(const std::vector<CommandText>& commands) {
    std::string script =
        "#compdef tarazy\n# tarazy in zsh: put this file into a folder of $fpath under the name _tarazy.\n_tarazy() "
        "{\n";
    script +=
        "    local current=${words[CURRENT]} last=${words[CURRENT-1]}\n    local -a "
        "before=(\"${(@)words[2,CURRENT-1]}\")\n";
    script += "    local commands=" + quoted_word(known_commands(commands)) + '\n';
    script += path_of_words;
    script += "    local -a allowed options verbs\n    case \"$at:$last\" in\n";
    for (const CommandText& command : commands) {
        for (const OptionText& option : command.options) {
            if (!option.words.empty())
                script +=
                    "        (" + patterns(command, option) + ") allowed=(" + with_blanks(option.words) + ") ;;\n";
        }
    }
    script += "    esac\n    case \"$at\" in\n";
    for (const CommandText& command : commands) {
        script += "        (" + quoted_word(path_text(command)) + ")\n            options=(";
        for (const OptionText& option : command.options) {
            for (const std::string& name : option.names) script += ' ' + described(name, option.purpose);
        }
        script += " )\n            verbs=(";
        for (const CommandText& other : commands) {
            if (!other.path.empty() &&
                std::vector<std::string>(other.path.begin(), other.path.end() - 1) == command.path)
                script += ' ' + described(other.path.back(), other.purpose);
        }
        script += " ) ;;\n";
    }
    script +=
        "    esac\n"
        "    if (( $#allowed )); then compadd -a allowed\n"
        "    elif [[ $current == -* ]]; then _describe option options\n"
        "    elif (( $#verbs )); then _describe command verbs\n"
        "    else _files\n"
        "    fi\n"
        "}\n"
        "if [[ $funcstack[1] == _tarazy ]]; then _tarazy \"$@\"; else compdef _tarazy tarazy; fi\n";
    return script;
}

std::string fish_completion(const std::vector<CommandText>& commands) {
    std::string script = "# tarazy in fish: put this file into ~/.config/fish/completions/.\n";
    script += "function __tarazy_at --description 'Is the command typed so far this one?'\n";
    script += "    set -l commands " + quoted_word(known_commands(commands)) + '\n';
    script +=
        "    set -l at ''\n"
        "    for each in (commandline -opc)[2..-1]\n"
        "        set -l longer (string trim -- \"$at $each\")\n"
        "        if string match -q -- \"*|$longer|*\" $commands\n"
        "            set at $longer\n"
        "        end\n"
        "    end\n"
        "    test \"$at\" = \"$argv[1]\"\n"
        "end\n";
    for (const CommandText& command : commands) {
        const std::string here =
            "complete -c tarazy -n " + quoted_word("__tarazy_at " + quoted_word(path_text(command)));
        for (const CommandText& other : commands) {
            if (!other.path.empty() &&
                std::vector<std::string>(other.path.begin(), other.path.end() - 1) == command.path)
                script +=
                    here + " -f -a " + other.path.back() + " -d " + quoted_word(first_clause(other.purpose)) + '\n';
        }
        for (const OptionText& option : command.options) {
            script += here;
            for (const std::string& name : option.names)
                script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.words.empty())
                script += " -x -a " + quoted_word(with_blanks(option.words));
            else if (!option.value.empty())
                script += " -r";
            script += " -d " + quoted_word(first_clause(option.purpose)) + '\n';
        }
    }
    return script;
}

}  // namespace

std::string shell_completion(std::string_view shell, const std::vector<CommandText>& commands) {
    if (shell == "bash") return bash_completion(commands);
    if (shell == "zsh") return zsh_completion(commands);
    assert(shell == "fish");
    return fish_completion(commands);
}

}  // namespace tarazy
