#pragma once

#include "cli/command.hpp"
#include "network/graphs/network.hpp"

#include <string>

namespace tarazy {

/// The network of these files, its warnings told; its inputs recorded. @param nodes  may be empty
[[nodiscard]] Network read_network_input(Session& session, const std::string& edges, const std::string& nodes,
                                         const NetworkReading& reading);

}  // namespace tarazy
