#include "study/method.hpp"

#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace method_test {

TEST(Method, TheFirstFittingSetOfRolesIsChosen) {
    const Method& method = *find_method(all_methods(), "align.similarity");
    EXPECT_EQ(fitting_roles(method, {"votes"})->front().role, "votes");
    EXPECT_EQ(fitting_roles(method, {"ties", "system"})->front().role, "ties");
    EXPECT_EQ(fitting_roles(method, {"ties"}), nullptr);
}

TEST(Method, NounsAndRolesAreThoseOfTheMethodsAndOfThoseToCome) {
    Method method;
    method.id = "weigh.scales";
    method.reads = {{{"pans"}, {"beams", false}}};
    const std::vector<Method> methods{method};
    EXPECT_EQ(find_method(methods, "weigh.scales"), &methods.front());
    EXPECT_EQ(find_method(methods, "weigh"), nullptr);
    EXPECT_EQ(method_names(methods), std::vector<std::string>{"weigh.scales"});
    EXPECT_EQ(method_nouns(methods).back(), "weigh");
    const auto roles = data_roles(methods);
    for (const char* role : {"pans", "beams", "documents"})
        EXPECT_NE(std::ranges::find(roles, role), roles.end()) << role;
}

}  // namespace method_test
}  // namespace tarazy
