#include "analyses/network/methods.hpp"

namespace tarazy {

std::vector<Method> network_methods() { return {}; }

std::vector<Chapter> network_chapters() { return {}; }

}  // namespace tarazy
