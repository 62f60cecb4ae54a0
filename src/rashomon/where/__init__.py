"""where"""
