#include "compare/coincidence/peer_cna_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {

PeerCna peer_cna(const std::string& id) {
    PeerCna read;
    read.text = peer_text("cna_" + id + ".json");
    const nlohmann::json peer = nlohmann::json::parse(read.text);
    const Table table = peer_table("cna_" + id + "_data.csv");
    std::vector<std::string> factors = table.names;
    std::erase(factors, "case");
    read.data = read_coincidences(table, factors);
    read.options.consistency = peer["con"];
    read.options.coverage = peer["cov"];
    if (peer["ordering"].is_string())
        read.options.ordering = CausalOrdering(peer["ordering"].get<std::string>(), read.data.space);
    const std::string outcome = peer["outcome"].is_string() ? peer["outcome"].get<std::string>() : "";
    for (std::size_t f = 0; f < factors.size(); ++f) {
        if (outcome.empty() || outcome.substr(0, outcome.find('=')) == factors[f]) read.effects.push_back({f, 1});
    }
    return read;
}

namespace peer_cna_test {

TEST(PeerCna, NotationIsTurnedIntoOurs) {
    EXPECT_EQ(our_literal("wnp"), "~WNP");
    EXPECT_EQ(our_literal("PB=1"), "PB{1}");
    EXPECT_EQ(peer_terms("a*B+C"), (PeerTerms{{"~A", "B"}, {"C"}}));
}

}  // namespace peer_cna_test
}  // namespace tarazy
