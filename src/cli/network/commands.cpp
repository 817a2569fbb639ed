#include "cli/network/commands.hpp"

namespace tarazy {

void add_network_commands(CLI::App& program, Session& session) {
    CLI::App& noun = add_noun(program, "network", "Which institutions carry what, and who is a bridge between whom?");
    add_network_bridge(noun, session);
    add_network_brokerage(noun, session);
    add_network_qap(noun, session);
    add_network_functions(noun, session);
    add_network_knockout(noun, session);
    add_network_memberships(noun, session);
    add_network_project(noun, session);
    add_network_measures(noun, session);
    add_network_communities(noun, session);
    add_network_core_periphery(noun, session);
    add_network_signed(noun, session);
    add_network_convert(noun, session);
}

}  // namespace tarazy
