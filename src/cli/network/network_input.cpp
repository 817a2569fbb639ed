#include "cli/network/network_input.hpp"

#include "cli/network/unused_options.hpp"

#include <optional>

namespace tarazy {

Network read_network_input(Session& session, const std::string& edges, const std::string& nodes,
                           const NetworkReading& reading) {
    const Table ties = read_input(session, edges);
    std::optional<Table> list;
    if (!nodes.empty()) list = read_input(session, nodes);
    std::vector<std::string> warnings;
    Network network =
        limits_of_file(edges, [&] { return read_network(ties, list ? &*list : nullptr, reading, warnings); });
    for (const std::string& warning : warnings) warn(session, warning);
    return network;
}

}  // namespace tarazy
