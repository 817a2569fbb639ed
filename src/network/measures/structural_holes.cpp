#include "network/measures/structural_holes.hpp"

#include "base/parallel.hpp"
#include "network/measures/tie_lists.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

struct ContactStrength {
    double sum = 0, largest = 0;
};

StructuralHoles holes_of_node(const TieLists& contacts, const std::vector<ContactStrength>& strengths, std::size_t node,
                              std::vector<double>& own) {
    StructuralHoles holes;
    holes.contacts = contacts[node].size();
    if (holes.contacts == 0) return holes;
    // p_iq where the node has a contact q, 0 elsewhere.
    for (const TieEnd& contact : contacts[node]) own[contact.node] = contact.weight / strengths[node].sum;
    double constraint = 0, redundancy = 0, entropy = 0;
    std::vector<double> parts;
    parts.reserve(holes.contacts);
    for (const TieEnd& contact : contacts[node]) {
        double through = 0, shared = 0;  // sums over q of p_iq s_qj / s_q and of p_iq s_jq
        for (const TieEnd& other : contacts[contact.node]) {
            const double both = own[other.node] * other.weight;
            through += both / strengths[other.node].sum;
            shared += both;
        }
        const double invested = own[contact.node] + through;
        parts.push_back(invested * invested);
        constraint += parts.back();
        redundancy += shared / strengths[contact.node].largest;
    }
    for (const TieEnd& contact : contacts[node]) own[contact.node] = 0;
    const auto n = static_cast<double>(holes.contacts);
    holes.constraint = constraint;
    holes.effective_size = n - redundancy;
    holes.efficiency = *holes.effective_size / n;
    if (holes.contacts < 2) return holes;
    for (const double part : parts) {
        const double ratio = part / (constraint / n);
        entropy += ratio * std::log(ratio);
    }
    holes.hierarchy = entropy / (n * std::log(n));
    return holes;
}

}  // namespace

std::vector<StructuralHoles> structural_holes(const Network& network, const StructuralHolesOptions& options) {
    const TieLists contacts = contact_ties(network);
    std::vector<ContactStrength> strengths(network.size());
    for (std::size_t node = 0; node < network.size(); ++node) {
        strengths[node].sum = contacts.strength(node);
        for (const TieEnd& contact : contacts[node])
            strengths[node].largest = std::max(strengths[node].largest, contact.weight);
    }
    std::vector<StructuralHoles> holes(network.size());
    WorkStep step(options.work, "structural holes", network.size());
    parallel_chunks(
        network.size(), 64, options.threads,
        [&](std::size_t begin, std::size_t end) {
            std::vector<double> own(network.size());
            for (std::size_t node = begin; node < end; ++node) {
                holes[node] = holes_of_node(contacts, strengths, node, own);
                step.advance();
            }
        },
        options.work);
    return holes;
}

}  // namespace tarazy
