#include "network/brokerage/blocs.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

Blocs blocs_from_labels(const std::map<std::string, std::string>& label_of, std::span<const std::string> actors) {
    std::set<std::string> distinct;
    for (const auto& [actor, label] : label_of) distinct.insert(label);
    Blocs blocs{{distinct.begin(), distinct.end()}, std::vector<std::uint32_t>(actors.size(), Blocs::none)};
    for (std::size_t actor = 0; actor < actors.size(); ++actor) {
        const auto found = label_of.find(actors[actor]);
        if (found == label_of.end()) continue;
        blocs.bloc[actor] =
            static_cast<std::uint32_t>(std::ranges::lower_bound(blocs.names, found->second) - blocs.names.begin());
    }
    return blocs;
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> Blocs::pairs() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    for (std::uint32_t one = 0; one < names.size(); ++one)
        for (std::uint32_t other = one + 1; other < names.size(); ++other) all.emplace_back(one, other);
    return all;
}

Blocs read_blocs(const Table& blocs, std::span<const std::string> actors) {
    const std::string label = blocs.find("bloc") ? "bloc" : "group";
    const std::vector<std::string> names = require_texts(blocs, "node"), labels = require_texts(blocs, label);
    const std::set<std::string> known(actors.begin(), actors.end());
    Diagnostics faults;
    std::set<std::string> seen;
    std::map<std::string, std::string> label_of;
    for (std::size_t row = 0; row < blocs.rows(); ++row) {
        if (!known.contains(names[row]))
            faults.add(blocs.problem(row, "node", "'" + names[row] + "' is no node of the network",
                                     name_hint(names[row], actors)));
        else if (!seen.insert(names[row]).second)
            faults.add(blocs.problem(row, "node", "'" + names[row] + "' stands twice", "a node lies in one bloc"));
        else if (parse_integer(labels[row]).value_or(0) < 0)
            faults.add(blocs.problem(row, label, "'" + labels[row] + "' is a code of missing, not a bloc",
                                     "leave the cell empty where a state lies in no bloc"));
        else if (!labels[row].empty())
            label_of.emplace(names[row], labels[row]);
    }
    faults.throw_if_any();
    Blocs result = blocs_from_labels(label_of, actors);
    if (result.names.size() < 2)
        throw InputError(Problem{blocs.origin.path, 0, 0, "fewer than two blocs have a member",
                                 "name at least two: a bridge lies between two"});
    return result;
}

Blocs blocs_of(std::span<const std::pair<std::string, std::vector<std::string>>> members,
               std::span<const std::string> actors) {
    const std::set<std::string> known(actors.begin(), actors.end());
    Diagnostics faults;
    std::map<std::string, std::string> label_of;
    for (const auto& [bloc, names] : members) {
        for (const std::string& name : names) {
            if (!known.contains(name))
                faults.add(Problem{"", 0, 0, "'" + name + "' of bloc '" + bloc + "' is no node of the network",
                                   name_hint(name, actors)});
            else if (!label_of.emplace(name, bloc).second)
                faults.add(Problem{"", 0, 0, "'" + name + "' stands in two blocs", "a node lies in one bloc"});
        }
    }
    faults.throw_if_any();
    return blocs_from_labels(label_of, actors);
}

}  // namespace tarazy
