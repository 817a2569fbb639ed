#include "base/program_version.hpp"

namespace tarazy {

const std::string& program_version() {
    static const std::string version = TARAZY_VERSION;
    return version;
}

}  // namespace tarazy
