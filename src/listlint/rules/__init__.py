"""The rules, one file each, named as the rule is. Rules know the model, urls, words and style; never one another."""
