#include "report/parameter_words.hpp"

#include <string>

namespace tarazy {

LocalText parameter_words(const Messages& messages, std::string_view method, std::string_view parameter) {
    const std::string prefix = "parameter.", name = '.' + std::string(parameter);
    const std::string own = prefix + std::string(method) + name;
    if (messages.knows(own)) return messages.say(own);
    return messages.say(prefix + std::string(method.substr(0, method.find('.'))) + name);
}

}  // namespace tarazy
