#include "cli/data/commands.hpp"

namespace tarazy {

void add_data_commands(CLI::App& program, Session& session) {
    CLI::App& noun = add_noun(program, "data", "Look into, convert and check tables; look up states");
    add_data_convert(noun, session);
    add_data_inspect(noun, session);
    add_data_recode(noun, session);
    add_data_recognise(noun, session);
    add_data_reshape(noun, session);
    add_data_states(noun, session);
    add_data_validate(noun, session);
}

}  // namespace tarazy
