#include "cli/install/commands.hpp"

namespace tarazy {

void add_install_commands(CLI::App& program, Session& session) {
    add_completion(program, session);
    add_doctor(program, session);
    add_manual(program, session);
}

}  // namespace tarazy
