#include "cli/network/pole_words.hpp"

#include "base/error.hpp"
#include "base/text_lists.hpp"

#include <set>

namespace tarazy {

std::vector<std::pair<std::string, std::vector<std::string>>> pole_words(const std::string& list) {
    std::vector<std::pair<std::string, std::vector<std::string>>> poles;
    std::set<std::string> named;
    for (const std::string& word : listed(list, ',')) {
        const std::size_t sign = word.find('=');
        const std::string pole = word.substr(0, sign);
        if (!named.insert(pole).second) throw UsageError("--poles names the pole '" + pole + "' twice");
        poles.emplace_back(pole, listed(sign == std::string::npos ? word : word.substr(sign + 1), '+'));
        if (poles.back().second.empty())
            throw UsageError("--poles has '" + word + "'; write POLE=STATE or POLE=STATE+STATE");
    }
    return poles;
}

}  // namespace tarazy
